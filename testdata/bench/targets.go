package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// A target is what the tools are run on: packages of a module at a version, or of
// one that lies in a directory.
type target struct {
	module, version string
	dir             string
	pattern         string
	edited          string // a file in a package that uses net/http
}

func (t target) String() string {
	switch {
	case t.dir != "":
		return t.dir
	case t.pattern != "./...":
		return t.module + t.pattern[1:]
	}
	return t.module
}

// targets are what is measured.
type targets struct {
	cold, large, generated target
	growth                 []target // by size
}

var (
	minio    = target{module: "github.com/minio/minio-go/v7", version: "v7.4.1", pattern: "./...", edited: "api.go"}
	golangci = target{module: "github.com/golangci/golangci-lint/v2", version: "v2.15.0", pattern: "./..."}
)

// public are modules of the proxy.
var public = targets{
	cold:      minio,
	large:     golangci,
	generated: target{module: "github.com/aws/aws-sdk-go", version: "v1.55.8", pattern: "./service/ec2"},
	growth: []target{
		{module: "github.com/gorilla/websocket", version: "v1.5.3", pattern: "./..."},
		{module: "github.com/digitalocean/godo", version: "v1.239.0", pattern: "./..."},
		minio,
		{module: "github.com/caddyserver/certmagic", version: "v0.25.6", pattern: "./..."},
		{module: "github.com/google/go-containerregistry", version: "v0.22.1", pattern: "./..."},
		golangci,
	},
}

// fetch gets a target's module into the module cache and returns its directory.
func (b *bench) fetch(ctx context.Context, t target) (string, error) {
	if t.dir != "" {
		return filepath.Abs(t.dir)
	}
	out, _, err := b.output(ctx, os.TempDir(), nil, "go", "mod", "download", "-json", t.module+"@"+t.version)
	var got struct{ Dir, Error string }
	if json.Unmarshal(out, &got) == nil && got.Error != "" {
		err = errors.New(got.Error)
	}
	if err != nil {
		return "", fmt.Errorf("cannot download %s: %v", t, err)
	}
	return got.Dir, nil
}

// compiled fetches a target and compiles all that go vet needs of it.
func (b *bench) compiled(ctx context.Context, t target) (dir string, err error) {
	dir, err = b.fetch(ctx, t)
	if err != nil {
		return "", err
	}
	b.say("compiling %s", t)
	_, err = b.vetCold(ctx, dir, null, t.pattern)
	return dir, err
}
