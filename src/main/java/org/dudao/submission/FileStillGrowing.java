package org.dudao.submission;

import java.io.IOException;
import java.nio.file.Path;

/** The file changed while it was read, so somebody is still writing it. */
public final class FileStillGrowing extends IOException {

	private static final long serialVersionUID = 1L;

	FileStillGrowing(Path file) {
		super(file + " changed while it was read");
	}

}
