package facts

import "testing"

func DieIn(t *testing.T) { t.Fatal("dead") } // want DieIn:`^value: never$`

// Nobody but go test calls it.
func TestDie(t *testing.T) { t.Fatal("dead") }
