package org.dudao;

import org.dudao.cli.DudaoCommand;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: everything it can do is a command. */
@SpringBootApplication
public class DudaoApplication {

	/** Runs one command and ends with its exit code. */
	public static void main(String[] args) {
		System.exit(DudaoCommand.run(DudaoApplication.class, args));
	}

}
