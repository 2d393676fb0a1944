package report

import "net/url"

// ResolveURL is where a finding's page is: its own URL, or its category as a
// fragment, both seen from the analyzer's URL. It is "" where there is none.
func ResolveURL(analyzer, own, category string) string {
	if own == "" && analyzer == "" {
		return ""
	}
	if own == "" && category != "" {
		own = "#" + category
	}
	base, err := url.Parse(analyzer)
	if err != nil {
		return ""
	}
	u, err := base.Parse(own)
	if err != nil {
		return ""
	}
	return u.String()
}
