package cli

import "context"

func watchCommand(context.Context, []string) (int, error) { return 0, nil }

func figuresCommand(context.Context, []string) (int, error) { return 0, nil }
