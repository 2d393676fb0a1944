// Package cobra stands in for the real one.
package cobra

// A Command is run if the command line asks for it.
type Command struct {
	Use  string
	Run  func(cmd *Command, args []string)
	RunE func(cmd *Command, args []string) error
}

// Execute runs the command.
func (c *Command) Execute() error { return c.RunE(c, nil) }
