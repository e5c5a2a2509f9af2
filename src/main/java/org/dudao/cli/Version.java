package org.dudao.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		String version = Version.class.getPackage().getImplementationVersion();
		return new String[] { "Dudao " + ((version != null) ? version : "(not packaged)") };
	}

}
