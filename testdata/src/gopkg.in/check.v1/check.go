// Package check is a miniature of gocheck.
package check

type C struct{ failed bool }

type Checker interface {
	Check(params []interface{}, names []string) (result bool, error string)
}

type checker struct{ name string }

func (c *checker) Check(params []interface{}, names []string) (bool, string) { return false, c.name }

var (
	IsNil        Checker = &checker{"IsNil"}
	NotNil       Checker = &checker{"NotNil"}
	ErrorMatches Checker = &checker{"ErrorMatches"}
	Equals       Checker = &checker{"Equals"}
)

func Not(of Checker) Checker { return &not{of} }

type not struct{ Checker }

func (c *C) Assert(obtained interface{}, checker Checker, args ...interface{}) {
	if ok, _ := checker.Check(append([]interface{}{obtained}, args...), nil); !ok {
		panic(c)
	}
}

func (c *C) Check(obtained interface{}, checker Checker, args ...interface{}) bool {
	ok, _ := checker.Check(append([]interface{}{obtained}, args...), nil)
	return ok
}
