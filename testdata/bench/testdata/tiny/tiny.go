// Package tiny is what bench measures in its own test.
package tiny

import "errors"

// Check wants a name.
func Check(name string) error {
	if name == "" {
		return errors.New("no name")
	}
	return nil
}
