package org.dudao.region;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a region is called for short: 襄城 for 襄城区, 广西 for 广西壮族自治区, 恩施州 and 恩施 for
 * 恩施土家族苗族自治州. Only the sender's short form is looked up; a full name with another ending,
 * such as a county that has become a district, is another region.
 */
final class ShortNames {

	private static final Pattern ENDING = Pattern.compile("(.{2,}?)(自治区|自治州|自治县|自治旗|特别行政区|地区|林区|特区|省|市|区|县|旗|盟|州)");

	private static final Pattern PEOPLES = Pattern.compile("(.{2,}?)(?:各族|维吾尔|哈萨克|柯尔克孜|塔吉克|蒙古|锡伯|裕固|鄂温克|鄂伦春|达斡尔|"
			+ "(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|"
			+ "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|怒|保安|裕固|独龙|门巴|珞巴)族)+");

	private ShortNames() {
	}

	/** The short forms of a full name, none for a name without such an ending. */
	static Set<String> of(String name) {
		Matcher full = ENDING.matcher(name);
		if (!full.matches()) {
			return Set.of();
		}
		Set<String> names = new LinkedHashSet<>();
		names.add(full.group(1));
		Matcher people = PEOPLES.matcher(full.group(1));
		if (full.group(2).startsWith("自治") && people.matches()) {
			names.add(people.group(1));
			names.add(people.group(1) + full.group(2).charAt(2));
			names.add(people.group(1) + full.group(2));
		}
		return names;
	}

}
