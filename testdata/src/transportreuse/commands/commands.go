// Package commands has the commands of a program, of which it runs one.
package commands

import (
	"io"
	"net/http"

	"github.com/spf13/cobra"
)

func read(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func newClient() *http.Client { return &http.Client{Transport: &http.Transport{}} }

// Silent: the program runs the command once.
var Status = &cobra.Command{
	Use: "status",
	RunE: func(cmd *cobra.Command, args []string) error {
		return read(newClient().Get(args[0]))
	},
}

type options struct{ url string }

// Silent: the same, by a method.
func (o *options) run(cmd *cobra.Command, args []string) error {
	c := &http.Client{Transport: &http.Transport{}}
	return read(c.Get(o.url))
}

// NewCommand makes the command.
func NewCommand() *cobra.Command {
	o := &options{}
	return &cobra.Command{RunE: o.run}
}

// All builds one for each of what the command is asked for.
var All = &cobra.Command{
	RunE: func(cmd *cobra.Command, args []string) error {
		for _, a := range args {
			c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew in each round of a loop"
			if err := read(c.Get(a)); err != nil {
				return err
			}
		}
		return nil
	},
}

// Serve runs a server, whose handler builds one for each request.
func Serve(cmd *cobra.Command, args []string) error {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
		if err := read(c.Get(args[0])); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	return http.ListenAndServe(":8080", nil)
}

// Ask is no command.
func Ask(url string) error {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call of Ask"
	return read(c.Get(url))
}
