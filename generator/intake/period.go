package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var monthNames = []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}

var (
	periodCode  = regexp.MustCompile(`^(19|20)\d\d(JJ00|SJ00|HJ0[12]|KW0[1-4]|MM(0[1-9]|1[0-2]))$`)
	yearOnly    = regexp.MustCompile(`^((?:19|20)\d\d)(?:\.0)?$`)
	yearMonth   = regexp.MustCompile(`^((?:19|20)\d\d) ([a-z]+)$`)
	yearQuarter = regexp.MustCompile(`^((?:19|20)\d\d) ([1-4])e kwartaal$`)
	halfYear    = regexp.MustCompile(`^([12])e halfjaar ((?:19|20)\d\d)$`)
	yearHalf    = regexp.MustCompile(`^((?:19|20)\d\d) ([12])e halfjaar$`)
	schoolYear  = regexp.MustCompile(`^((?:19|20)\d\d)/(?:'|’|20)\d\d$`)
)

// parsePeriod gives the code of a period as CBS writes it in titles: 2023,
// 2023*, 2024 maart, 2024 1e kwartaal, 1e halfjaar 2024, 2019/'20. A star says
// that figures are provisional.
func parsePeriod(text string) (code string, provisional bool, err error) {
	s := strings.TrimSpace(text)
	if rest := strings.TrimRight(s, "*"); rest != s {
		s, provisional = strings.TrimSpace(rest), true
	}
	lower := strings.ToLower(s)
	switch {
	case periodCode.MatchString(s):
		return s, provisional, nil
	case yearOnly.MatchString(s):
		return s[:4] + "JJ00", provisional, nil
	case schoolYear.MatchString(s):
		return s[:4] + "SJ00", provisional, nil
	}
	if m := yearQuarter.FindStringSubmatch(lower); m != nil {
		return m[1] + "KW0" + m[2], provisional, nil
	}
	if m := halfYear.FindStringSubmatch(lower); m != nil {
		return m[2] + "HJ0" + m[1], provisional, nil
	}
	if m := yearHalf.FindStringSubmatch(lower); m != nil {
		return m[1] + "HJ0" + m[2], provisional, nil
	}
	if m := yearMonth.FindStringSubmatch(lower); m != nil {
		for i, name := range monthNames {
			if name == m[2] {
				return fmt.Sprintf("%sMM%02d", m[1], i+1), provisional, nil
			}
		}
	}
	return "", false, fmt.Errorf("%q is not a period; 2023, 2024 maart, 2024 1e kwartaal, 1e halfjaar 2024, 2019/'20 or a code such as 2023JJ00 would be right", text)
}

// yearOfCode is the year that a period begins in.
func yearOfCode(code string) int {
	year, _ := strconv.Atoi(code[:min(4, len(code))])
	return year
}
