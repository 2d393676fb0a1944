package bodydrain

import (
	"fmt"
	"slices"
	"strings"
)

// A level says how much the rule reports. Each level includes those before it. It is a flag.Value.
type level int

// The levels.
const (
	unread level = iota // no path reads the body
	paths               // some path closes it unread
	eof                 // some path may stop reading before the end
)

// levelNames lists the levels' names in their order.
var levelNames = []string{"unread", "paths", "eof"}

// String returns the level's name.
func (l *level) String() string { return levelNames[*l] }

// Values lists the levels' names, for shell completion.
func (*level) Values() []string { return slices.Clone(levelNames) }

// Set takes a level's name.
func (l *level) Set(name string) error {
	i := slices.Index(levelNames, name)
	if i < 0 {
		return fmt.Errorf("want one of %s", strings.Join(levelNames, ", "))
	}
	*l = level(i)
	return nil
}
