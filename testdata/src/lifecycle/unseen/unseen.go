// Package unseen knows nothing of net/http, and can still be given a response.
package unseen

type T struct{ n int }

// No response is a **T.
func As(v any) bool { // want As:`resp0: leaves, r0=false$`
	t, ok := v.(**T)
	if ok {
		*t = new(T)
	}
	return ok
}

// Nor has it such a method.
func Ask(v any) bool { // want Ask:`resp0: leaves, r0=false$`
	c, ok := v.(interface{ Ask() })
	if ok {
		c.Ask()
	}
	return ok
}

// It may have this one: of the response, nothing is told.
func Write(v any) bool { // want Write:`^value: r0=false \| r0=true if p0=nonnil$`
	_, ok := v.(interface{ Write(n int) })
	return ok
}

func Any(v any) bool { // want Any:`resp0: leaves, r0=true$`
	_, ok := v.(interface{})
	return ok
}
