-- What holds a file is a sensor with a name of its own; what was said before is called so too.

update submission_reason set code = concat('sensor.', substring(code, 6))
where code in ('gate.same-slot', 'gate.contained', 'gate.last-line-cut', 'gate.row-drop');
