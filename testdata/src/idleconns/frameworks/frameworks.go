// Package frameworks has the handlers of gin, echo, fiber, chi and gorilla's mux.
package frameworks

import (
	"context"
	"io"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
)

func load(ctx context.Context, c *http.Client, u string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return "", err
	}
	resp, err := c.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return string(b), err
}

// gin

func ginLiteral(r *gin.Engine) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 35"
	r.GET("/users/:id", func(c *gin.Context) {
		s, err := load(c.Request.Context(), client, "http://users.internal/"+c.Param("id"))
		if err != nil {
			c.AbortWithStatus(http.StatusBadGateway)
			return
		}
		c.String(http.StatusOK, "%s", s)
	})
}

func ginNamed(c *gin.Context) {
	resp, err := http.Get("http://stock.internal") // want "http.Get keeps only two idle connections per host.*line 45"
	if err != nil {
		c.AbortWithStatus(http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	c.String(http.StatusOK, "%s", resp.Status)
}

func ginMiddleware() gin.HandlerFunc {
	client := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of (http.)?Transport is not set"
	return func(c *gin.Context) {
		if _, err := load(c.Request.Context(), client, "http://auth.internal"); err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}

func ginRoutes() *gin.Engine {
	r := gin.New()
	r.Use(ginMiddleware())
	r.POST("/stock", ginNamed)
	ginLiteral(r)
	ginTuned(r)
	return r
}

// Silent: MaxIdleConnsPerHost is set.
func ginTuned(r *gin.Engine) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 50}}
	r.GET("/orders", func(c *gin.Context) {
		s, _ := load(c.Request.Context(), client, "http://orders.internal")
		c.String(http.StatusOK, "%s", s)
	})
}

// echo

type echoAPI struct {
	client *http.Client
	tuned  *http.Client
}

func newEchoAPI() *echoAPI {
	api := &echoAPI{client: &http.Client{}} // want "client has no Transport with MaxIdleConnsPerHost.*line 97"
	api.tuned = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}
	return api
}

func (a *echoAPI) show(c echo.Context) error {
	s, err := load(c.Request().Context(), a.client, "http://users.internal/"+c.Param("id"))
	if err != nil {
		return err
	}
	return c.String(http.StatusOK, s)
}

// Silent: the other client keeps more.
func (a *echoAPI) list(c echo.Context) error {
	s, err := load(c.Request().Context(), a.tuned, "http://users.internal/")
	if err != nil {
		return err
	}
	return c.String(http.StatusOK, s)
}

func echoRoutes() *echo.Echo {
	e := echo.New()
	api := newEchoAPI()
	e.GET("/users/:id", api.show)
	e.GET("/users", api.list)
	e.Use(echoMiddleware)
	return e
}

func echoMiddleware(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		resp, err := http.Head("http://auth.internal") // want "http.Head keeps only two idle connections per host.*line 124"
		if err != nil {
			return err
		}
		resp.Body.Close()
		return next(c)
	}
}

// Silent: asked once, while the routes are put together.
func echoConfigured(e *echo.Echo) error {
	client := &http.Client{}
	greeting, err := load(context.Background(), client, "http://config.internal/greeting")
	if err != nil {
		return err
	}
	e.GET("/", func(c echo.Context) error {
		return c.String(http.StatusOK, greeting)
	})
	return nil
}

// fiber

func fiberRoutes(app *fiber.App) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 151"
	app.Get("/price/:sku", func(c *fiber.Ctx) error {
		s, err := load(c.Context(), client, "http://prices.internal/"+c.Params("sku"))
		if err != nil {
			return err
		}
		return c.SendString(s)
	})
}

func fiberNamed(c *fiber.Ctx) error {
	client := http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	s, err := load(c.Context(), &client, "http://stock.internal/")
	if err != nil {
		return err
	}
	return c.SendString(s)
}

// Silent: MaxIdleConnsPerHost is set.
func fiberTuned(app *fiber.App) {
	tr := &http.Transport{}
	tr.MaxIdleConnsPerHost = 200
	client := &http.Client{Transport: tr}
	app.Get("/", func(c *fiber.Ctx) error {
		s, err := load(c.Context(), client, "http://prices.internal/")
		if err != nil {
			return err
		}
		return c.SendString(s)
	})
}

// chi

func chiRoutes() http.Handler {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	r := chi.NewRouter()
	r.Get("/weather/{city}", func(w http.ResponseWriter, req *http.Request) {
		s, err := load(req.Context(), client, "http://weather.internal/"+chi.URLParam(req, "city"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		_, _ = io.WriteString(w, s)
	})
	return r
}

type chiAPI struct{ client *http.Client }

func newChiAPI() *chiAPI {
	tr := &http.Transport{MaxIdleConns: 10} // want "MaxIdleConnsPerHost of tr is not set.*line 215"
	return &chiAPI{client: &http.Client{Transport: tr}}
}

func (a *chiAPI) routes() http.Handler {
	r := chi.NewRouter()
	r.Use(a.limit)
	r.Route("/v1", func(r chi.Router) {
		r.Post("/items", a.create)
	})
	return r
}

func (a *chiAPI) create(w http.ResponseWriter, r *http.Request) {
	if _, err := load(r.Context(), a.client, "http://items.internal"); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

// Silent: middleware that sends nothing.
func (a *chiAPI) limit(next http.Handler) http.Handler {
	return http.MaxBytesHandler(next, 1<<20)
}

func chiServer() error {
	return http.ListenAndServe(":8080", newChiAPI().routes())
}

// gorilla's mux

func muxRoutes() http.Handler {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	r := mux.NewRouter()
	r.HandleFunc("/books/{id}", func(w http.ResponseWriter, req *http.Request) {
		s, err := load(req.Context(), client, "http://books.internal/"+mux.Vars(req)["id"])
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		_, _ = io.WriteString(w, s)
	}).Methods(http.MethodGet)
	return r
}

// Silent: MaxIdleConnsPerHost is set.
func muxTuned() http.Handler {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}
	r := mux.NewRouter()
	r.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) {
		s, _ := load(req.Context(), client, "http://books.internal/")
		_, _ = io.WriteString(w, s)
	})
	return r
}
