package percall

import "net/http"

// Further from where the package is entered than calls are followed by themselves.

func Deep(u string) error { return deep1(u) }

func deep1(u string) error  { return deep2(u) }
func deep2(u string) error  { return deep3(u) }
func deep3(u string) error  { return deep4(u) }
func deep4(u string) error  { return deep5(u) }
func deep5(u string) error  { return deep6(u) }
func deep6(u string) error  { return deep7(u) }
func deep7(u string) error  { return deep8(u) }
func deep8(u string) error  { return deep9(u) }
func deep9(u string) error  { return deep10(u) }
func deep10(u string) error { return deep11(u) }
func deep11(u string) error { return deep12(u) }
func deep12(u string) error { return deep13(u) }
func deep13(u string) error { return deep14(u) }

func deep14(u string) error {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call of deep14"
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// On the edge: who builds and who sends are further, who calls both is not.

func Edge(u string) error { return edge1(u) }

func edge1(u string) error  { return edge2(u) }
func edge2(u string) error  { return edge3(u) }
func edge3(u string) error  { return edge4(u) }
func edge4(u string) error  { return edge5(u) }
func edge5(u string) error  { return edge6(u) }
func edge6(u string) error  { return edge7(u) }
func edge7(u string) error  { return edge8(u) }
func edge8(u string) error  { return edge9(u) }
func edge9(u string) error  { return edge10(u) }
func edge10(u string) error { return edge11(u) }

type edgeConfig struct{ client *http.Client }

func edgeClient() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call of edgeClient"
}

func newEdgeConfig() *edgeConfig { return &edgeConfig{edgeClient()} }

func (c *edgeConfig) ask(u string) error {
	resp, err := c.client.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func edge11(u string) error { return newEdgeConfig().ask(u) }
