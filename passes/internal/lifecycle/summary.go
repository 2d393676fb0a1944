package lifecycle

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Fact carries a function's summary to the packages that import it. It is attached to the function's object, for a
// generic function to its origin.
//
// Text is the summary in the notation that [parseSummary] reads, such as
//
//	body0: closes, drains; opens: r0=resp, r1=nil
//
// (it reads the body in its first parameter to the end and closes it; it hands out an open response with a nil error).
// A function without a fact does nothing with what it is given.
type Fact struct{ Text string }

// AFact marks Fact as a fact.
func (*Fact) AFact() {}

func (f *Fact) String() string { return f.Text }

// handsBody reports whether the function may hand out the body of a response that it makes.
func (f *Fact) handsBody() bool {
	_, opens, _ := strings.Cut(f.Text, "opens: ")
	opens, _, _ = strings.Cut(opens, "; ")
	return strings.Contains(opens, "=body")
}

// A role is a way for the tracked response to come into a function, or the lack of one.
type role struct {
	param int    // the parameter, the receiver being the first; or valueRole, openRole
	whole bool   // the response itself rather than its body
	path  string // the part of the object that the parameter points to
}

const (
	valueRole  = -1 // no response comes in: what the function returns for which arguments
	openRole   = -2 // the function makes the response and hands it to its caller
	tendRole   = -4 // what the function returns closes the responses that it is given; there is one outcome, or no such role
	mockRole   = -6 // the function puts a transport that makes its answers up in the place of net/http's own; there is one outcome, or no such role
	repeatRole = -5 // a function that is given is called again; the path is the number of the parameter, and the outcomes are the function's
	answerRole = -3 // the client or transport that the function returns makes its answers up; there is one outcome, or no such role
)

// opening is the role of a response that the function makes.
var opening = role{param: openRole, whole: true}

// answering is the role of what makes answers up.
var answering = role{param: answerRole}

// tending is the role of what closes the responses that it is given.
var tending = role{param: tendRole}

// mocking is the role of what makes up the answers that net/http's own client and transport give.
var mocking = role{param: mockRole}

// A cond is what an outcome takes for granted of an argument.
type cond struct {
	param int
	path  string
	is    value // isNil, nonNil, isTrue, isFalse, a constant, what differs from some or an integer of which one end is known
}

// A result is what an outcome says of one of the function's results.
type result struct {
	index int
	path  string
	is    value // isNil, nonNil, isTrue, isFalse, a constant, response, body, reader; or a parameter, as a symbol with its number
}

// A fill is what an outcome says of a part of what one of the function's parameters points to: response, body or closeFn
// where the response is put there, isNil or nonNil where something else takes the place of the response that came in there. Beside a
// response that is put there may be an error that is nil, or a bool, to tell callers of it.
type fill cond

// An outcome is one way in which a call may end.
type outcome struct {
	when    []cond
	status  status // open, closed or kept; closed for openRole: the response that comes out is closed
	read    level
	results []result
	fills   []fill
	tested  bool        // left open on a path that looked at the status
	field   value       // of a response: a reader over the body, or nonNil for something else, that is in its place
	head    *cond       // openRole: the argument that is the request's method
	code    string      // the status of the response, if it is always the same, or what of the arguments it is equal to; see [walk.statusParam]
	codes   statusRange // those for which the response that came in is left open, or one of which that comes out has
	late    bool        // left unread, for what else is in the object that it came in; not told: see [readAnyway]
	single  bool        // openRole: the connection is not kept, whatever is done with the body
	behind  string      // openRole: the interface method that the response comes from, whichever type's it is; see [chains]
}

// A summary says how the calls of a function may end, by role. A role that is not in it does nothing; no outcome for a
// role that is in it: the function does not return.
type summary map[role][]outcome

func (r role) String() string {
	switch r.param {
	case valueRole:
		return "value"
	case openRole:
		return "opens"
	case answerRole:
		return "answers"
	case tendRole:
		return "tends"
	case mockRole:
		return "mocks"
	case repeatRole:
		return "again" + r.path
	}
	if r.whole {
		return fmt.Sprintf("resp%d%s", r.param, r.path)
	}
	return fmt.Sprintf("body%d%s", r.param, r.path)
}

func compareRoles(a, b role) int {
	return cmp.Or(cmp.Compare(a.param, b.param), strings.Compare(a.String(), b.String()))
}

// String spells the summary in a fixed order.
func (s summary) String() string {
	roles := make([]role, 0, len(s))
	for r := range s {
		roles = append(roles, r)
	}
	slices.SortFunc(roles, compareRoles)
	clauses := make([]string, 0, len(roles))
	for _, r := range roles {
		outs := make([]string, 0, len(s[r]))
		for _, o := range s[r] {
			outs = append(outs, o.spell(r))
		}
		slices.Sort(outs)
		if len(outs) == 0 {
			outs = []string{"never"}
		}
		clauses = append(clauses, r.String()+": "+strings.Join(slices.Compact(outs), " | "))
	}
	return strings.Join(clauses, "; ")
}

func (o outcome) spell(r role) string {
	var words []string
	if r.param != valueRole {
		words = append(words, map[status]string{open: "leaves", closed: "closes", kept: "keeps"}[o.status])
	}
	if o.tested {
		words = append(words, "tested")
	}
	if w := map[level]string{partly: "reads", drained: "drains"}[o.read]; w != "" {
		words = append(words, w)
	}
	for _, res := range o.results {
		words = append(words, "r"+strconv.Itoa(res.index)+res.path+"="+spellValue(res.is))
	}
	for _, f := range o.fills {
		words = append(words, cond(f).spell())
	}
	if o.head != nil {
		words = append(words, fmt.Sprintf("method p%d%s", o.head.param, o.head.path))
	}
	if o.code != "" {
		words = append(words, "status="+o.code)
	}
	words = append(words, o.codes.words()...)
	if o.single {
		words = append(words, "single")
	}
	if o.behind != "" {
		words = append(words, "behind="+o.behind)
	}
	if o.field.kind != unknown {
		words = append(words, "body="+spellValue(o.field))
	}
	if len(words) == 0 {
		words = append(words, "returns")
	}
	text := strings.Join(words, ", ")
	if len(o.when) > 0 {
		conds := make([]string, 0, len(o.when))
		for _, c := range o.when {
			conds = append(conds, c.spell())
		}
		text += " if " + strings.Join(conds, " & ")
	}
	return text
}

func (c cond) spell() string {
	return "p" + strconv.Itoa(c.param) + c.path + "=" + spellValue(c.is)
}

var valueWords = map[kind]string{
	isNil: "nil", nonNil: "nonnil", isTrue: "true", isFalse: "false",
	response: "resp", body: "body", reader: "reader", closeFn: "closer", readErr: "readerr", readMore: "more",
}

// spellValue spells a value; characters that the notation itself uses are escaped in constants.
func spellValue(v value) string {
	switch v.kind {
	case symbol:
		return "p" + strconv.Itoa(int(v.id)) + v.path
	case constant:
		return "#" + escape.Replace(v.path)
	case differs:
		return "!" + strings.ReplaceAll(escape.Replace(v.path), between, "!")
	case atLeast:
		return ">" + v.path
	case atMost:
		return "<" + v.path
	case reader, readErr, body, readMore, closeFn:
		if v.path != "" {
			return valueWords[v.kind] + "-" + v.path
		}
	}
	return valueWords[v.kind]
}

var (
	escape   = strings.NewReplacer("%", "%25", " ", "%20", ",", "%2c", "|", "%7c", ";", "%3b", "&", "%26", "=", "%3d", "!", "%21")
	unescape = strings.NewReplacer("%25", "%", "%20", " ", "%2c", ",", "%7c", "|", "%3b", ";", "%26", "&", "%3d", "=", "%21", "!")
)

// parseSummary reads the notation that String writes:
//
//	summary = clause { "; " clause }
//	clause  = ("value" | "opens" | "answers" | "tends" | "mocks" | "again" N | "resp" N path | "body" N path) ": " ("never" | outcome { " | " outcome })
//	outcome = word { ", " word } [" if " "p" N path "=" value { " & " ... }]
//	word    = "leaves" | "closes" | "keeps" | "tested" | "reads" | "drains" | "single" | "returns" | "r" N path "=" value | "p" N path "=" value | "body=" value | "status=" code | "from=" code | "below=" code | "behind=" method | "method p" N path
//	value   = "nil" | "nonnil" | "true" | "false" | "#" constant | { "!" constant } | ">" least | "<" greatest | "resp" | "body" | "reader" | "p" N path | ...
//
// A path is empty, or parts of a struct or slice such as ".Body" and "[]".
func parseSummary(text string) (summary, error) {
	s := make(summary)
	for clause := range strings.SplitSeq(text, "; ") {
		head, rest, ok := strings.Cut(clause, ": ")
		if !ok {
			return nil, fmt.Errorf("no colon in clause %q", clause)
		}
		r, err := parseRole(head)
		if err != nil {
			return nil, err
		}
		s[r] = nil
		if rest == "never" {
			continue
		}
		for out := range strings.SplitSeq(rest, " | ") {
			o, err := parseOutcome(out)
			if err != nil {
				return nil, err
			}
			s[r] = append(s[r], o)
		}
	}
	return s, nil
}

func parseRole(text string) (role, error) {
	switch text {
	case "value":
		return role{param: valueRole}, nil
	case "opens":
		return opening, nil
	case "answers":
		return answering, nil
	case "tends":
		return tending, nil
	case "mocks":
		return mocking, nil
	}
	if param, ok := strings.CutPrefix(text, "again"); ok {
		n, err := strconv.Atoi(param)
		return repeating(n), err
	}
	for _, prefix := range []string{"resp", "body"} {
		if rest, ok := strings.CutPrefix(text, prefix); ok {
			n, path, err := parsePart(rest)
			return role{n, prefix == "resp", path}, err
		}
	}
	return role{}, fmt.Errorf("unknown role %q", text)
}

// parsePart reads a number and a path.
func parsePart(text string) (int, string, error) {
	end := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(text)
	}
	n, err := strconv.Atoi(text[:end])
	return n, text[end:], err
}

func parseOutcome(text string) (outcome, error) {
	o := outcome{status: open}
	text, conds, _ := strings.Cut(text, " if ")
	for word := range strings.SplitSeq(text, ", ") {
		if err := o.parseWord(word); err != nil {
			return o, err
		}
	}
	if conds == "" {
		return o, nil
	}
	for c := range strings.SplitSeq(conds, " & ") {
		is, err := parseCond(c)
		if err != nil {
			return o, err
		}
		o.when = append(o.when, is)
	}
	return o, nil
}

// parseCond reads what is said of a part of a parameter.
func parseCond(text string) (cond, error) {
	left, right, _ := strings.Cut(text, "=")
	n, path, err := parsePart(strings.TrimPrefix(left, "p"))
	if err != nil {
		return cond{}, fmt.Errorf("parameter %q: %w", text, err)
	}
	is, err := parseValue(right)
	return cond{n, path, is}, err
}

func (o *outcome) parseWord(word string) error {
	switch word {
	case "leaves", "returns":
		o.status = open
	case "closes":
		o.status = closed
	case "keeps":
		o.status = kept
	case "tested":
		o.tested = true
	case "reads":
		o.read = partly
	case "drains":
		o.read = drained
	case "single":
		o.single = true
	default:
		if rest, ok := strings.CutPrefix(word, "method p"); ok {
			n, path, err := parsePart(rest)
			o.head = &cond{param: n, path: path}
			return err
		}
		left, right, ok := strings.Cut(word, "=")
		switch left {
		case "body":
			is, err := parseValue(right)
			o.field = is
			return err
		case "status":
			o.code = right
			return nil
		case "from", "below":
			return o.codes.parse(left, right)
		case "behind":
			o.behind = right
			return nil
		}
		if ok && strings.HasPrefix(left, "p") {
			is, err := parseCond(word)
			o.fills = append(o.fills, fill(is))
			return err
		}
		if !ok || !strings.HasPrefix(left, "r") {
			return fmt.Errorf("unknown word %q", word)
		}
		n, path, err := parsePart(left[1:])
		if err != nil {
			return fmt.Errorf("result %q: %w", word, err)
		}
		is, err := parseValue(right)
		if err != nil {
			return err
		}
		o.results = append(o.results, result{n, path, is})
	}
	return nil
}

func parseValue(text string) (value, error) {
	if c, ok := strings.CutPrefix(text, "#"); ok {
		return value{kind: constant, path: unescape.Replace(c)}, nil
	}
	if list, ok := strings.CutPrefix(text, "!"); ok {
		return value{kind: differs, path: unescape.Replace(strings.ReplaceAll(list, "!", between))}, nil
	}
	if n, ok := strings.CutPrefix(text, ">"); ok {
		return value{kind: atLeast, path: n}, nil
	}
	if n, ok := strings.CutPrefix(text, "<"); ok {
		return value{kind: atMost, path: n}, nil
	}
	word, mark, _ := strings.Cut(text, "-")
	for k, w := range valueWords {
		if w == word {
			return value{kind: k, path: mark}, nil
		}
	}
	if rest, ok := strings.CutPrefix(text, "p"); ok {
		n, path, err := parsePart(rest)
		return value{kind: symbol, id: uint32(n), path: path}, err
	}
	return value{}, fmt.Errorf("unknown value %q", text)
}
