package org.dudao.upkeep;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.dudao.submission.Archive;

/**
 * A hash of many rows in whatever order: the hashes of the rows, added up. Two databases
 * give their rows in orders of their own.
 */
final class Sum {

	private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

	private static final int DIGITS = 64;

	private final MessageDigest digest = Archive.sha256();

	private BigInteger sum = BigInteger.ZERO;

	private long rows;

	void add(byte[] row) {
		this.sum = this.sum.add(new BigInteger(1, this.digest.digest(row)));
		this.rows++;
	}

	/**
	 * Adds a file as a row: the name it is kept under and the hash that its bytes have.
	 */
	void addFile(String name, String hash) {
		add((name + " " + hash).getBytes(StandardCharsets.US_ASCII));
	}

	long rows() {
		return this.rows;
	}

	/** The hash so far, in hexadecimal digits. */
	String text() {
		String digits = this.sum.mod(MODULUS).toString(16);
		return "0".repeat(DIGITS - digits.length()) + digits;
	}

}
