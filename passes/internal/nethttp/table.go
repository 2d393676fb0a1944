package nethttp

// summaries says what functions do with a response or a reader that they are given, and what they return. The base cases
// are here by hand: the functions at which reading and closing end in something that is not Go code to follow.
//
// In a method the receiver is parameter 0.
var summaries = lazily(func() map[string]string {
	return merge(
		httpSummaries(),
		same("body0: leaves, r0=reader", // wrap a reader; closing the wrapper, where that can be done, closes nothing
			"io.NopCloser", "io/ioutil.NopCloser", "io.TeeReader",
			"bufio.NewReader", "bufio.NewReaderSize", "bufio.NewScanner", "bufio.NewReadWriter",
			"encoding/json.NewDecoder", "encoding/xml.NewDecoder", "encoding/gob.NewDecoder", "encoding/csv.NewReader",
			"encoding/hex.NewDecoder", "encoding/ascii85.NewDecoder",
			"testing/iotest.DataErrReader", "testing/iotest.HalfReader", "testing/iotest.OneByteReader", "testing/iotest.TimeoutReader", "(*encoding/json.Decoder).Buffered",
			"compress/flate.NewReader", "compress/flate.NewReaderDict", "compress/bzip2.NewReader", "compress/lzw.NewReader",
			"archive/tar.NewReader", "mime/multipart.NewReader", "mime/quotedprintable.NewReader",
			"net/textproto.NewReader", "net/http/httputil.NewChunkedReader"),
		same("body1: leaves, r0=reader", "encoding/base64.NewDecoder", "encoding/base32.NewDecoder", "testing/iotest.NewReadLogger"),
		same("body0: leaves, r0=reader-limited", "io.LimitReader"),
		same("body0[]: leaves, r0=reader", "io.MultiReader"),
		same("body0: reads, r0=reader, r1=nil | reads, r1=nonnil",
			"compress/gzip.NewReader", "compress/zlib.NewReader", "compress/zlib.NewReaderDict"),
		same("body0: drains, r1=readerr-whole", "io.ReadAll", "io/ioutil.ReadAll"),
		same("body0: drains", "(*encoding/csv.Reader).ReadAll", "(*bufio.Reader).WriteTo"),
		same("body1: drains, r1=readerr-whole", "io.Copy", "io.CopyBuffer", "(*bytes.Buffer).ReadFrom", "(*bufio.Writer).ReadFrom", "(*os.File).ReadFrom",
			"(*net.TCPConn).ReadFrom"),
		same("body1: reads", "io.CopyN"),
		same("body0: reads", "(*encoding/json.Decoder).More", "io.ReadFull", "io.ReadAtLeast", "fmt.Fscan", "fmt.Fscanf", "fmt.Fscanln",
			"image.Decode", "image.DecodeConfig", "image/png.Decode", "image/png.DecodeConfig", "image/jpeg.Decode", "image/jpeg.DecodeConfig",
			"image/gif.Decode", "image/gif.DecodeAll", "image/gif.DecodeConfig", "encoding/binary.Read", "encoding/binary.ReadUvarint",
			"encoding/binary.ReadVarint", "(*mime/multipart.Reader).ReadForm",
			"(*net/textproto.Reader).ReadMIMEHeader", "net/http.ReadRequest"),
		same("body0: reads, r0=more", "(*bufio.Scanner).Scan"),
		same("body0: reads, r0=readerr", "(*encoding/json.Decoder).Decode", "(*encoding/xml.Decoder).Decode",
			"(*encoding/xml.Decoder).DecodeElement", "(*encoding/gob.Decoder).Decode", "(*encoding/xml.Decoder).Skip"),
		same("body0: reads, r1=readerr", "(*encoding/json.Decoder).Token", "(*encoding/xml.Decoder).Token",
			"(*encoding/xml.Decoder).RawToken", "(*encoding/csv.Reader).Read", "(*archive/tar.Reader).Next",
			"(*mime/multipart.Reader).NextPart", "(*mime/multipart.Reader).NextRawPart"),
		same("body0: reads, r1=readerr-raw", "(*bufio.Reader).Read", "(*bufio.Reader).ReadByte", "(*bufio.Reader).ReadBytes",
			"(*bufio.Reader).ReadString", "(*bufio.Reader).ReadSlice", "(*bufio.Reader).Peek", "(*bufio.Reader).Discard",
			"(*compress/gzip.Reader).Read", "(*archive/tar.Reader).Read", "(*net/textproto.Reader).ReadLine",
			"(*net/textproto.Reader).ReadLineBytes"),
		same("body0.R: reads", "(*io.LimitedReader).Read"),
		same("body0: reads, r2=readerr-raw", "(*bufio.Reader).ReadLine", "(*bufio.Reader).ReadRune"),
		same("body1: keeps", "(*bufio.Reader).Reset", "(*compress/gzip.Reader).Reset", "(*text/scanner.Scanner).Init"),
		same("body2: keeps; resp2: keeps", "context.WithValue", "(*sync.Map).Store", "(*sync.Map).LoadOrStore", "(*sync.Map).Swap",
			"(*sync.Map).CompareAndSwap"),
		same("body1: keeps; resp1: keeps", "(*sync/atomic.Value).Store", "(*sync/atomic.Value).Swap",
			"(*sync/atomic.Pointer[T]).Store", "(*sync/atomic.Pointer[T]).Swap", "(*sync.Pool).Put",
			"(*container/list.List).PushBack", "(*container/list.List).PushFront", "container/heap.Push",
			"(*container/list.List).InsertAfter", "(*container/list.List).InsertBefore"),
		same("body0: keeps; resp0: keeps", "runtime/cgo.NewHandle", "runtime.SetFinalizer"),
		same("body2[]: keeps; resp2[]: keeps", "slices.Insert", "slices.Replace"),

		// Errors: what is nil for a nil error, and what never is.
		same("value: r0=nonnil", "errors.New", "fmt.Errorf"),
		same("value: r0=false if p0=nil | returns if p0=nonnil", "errors.Is", "errors.As",
			"os.IsNotExist", "os.IsExist", "os.IsPermission", "os.IsTimeout"),
		same("value: r1=false if p0=nil | returns if p0=nonnil", "errors.AsType"),
		same("value: r0=nil if p0=nil | returns if p0=nonnil", "errors.Unwrap"),

		same("value: r0=false if p0=nil & p1=nonnil | r0=false if p0=nonnil & p1=nil"+
			" | returns if p0=nil & p1=nil | returns if p0=nonnil & p1=nonnil", "reflect.DeepEqual"),

		same("value: r0.v=p0; body0: leaves, r0.v=body; resp0: leaves, r0.v=resp", "reflect.ValueOf"),
		same("value: r0=true if p0.v=nil | r0=false if p0.v=nonnil; body0.v: leaves, r0=false; resp0.v: leaves, r0=false", "(reflect.Value).IsNil"),

		assertionSummaries(),
		websocketSummaries,
		retrySummaries(),
	)
})

// httpSummaries is for net/http and what belongs to it.
func httpSummaries() map[string]string {
	return map[string]string{
		"net/http.Head":                                          "opens: never", // a response to HEAD has no body
		"(*net/http.Client).Head":                                "opens: never",
		"(*net/http/httptest.ResponseRecorder).Result":           "opens: never", // in memory
		"(*github.com/jarcoal/httpmock.MockTransport).RoundTrip": "opens: never",
		"net/http.NewRequest":                                    "value: r0.Method=p0; body2: keeps, r0.Method=p0",
		"net/http.NewRequestWithContext":                         "value: r0.Method=p1; body3: keeps, r0.Method=p1",
		"net/http/httptest.NewRequest":                           "value: r0.Method=p0; body2: keeps, r0.Method=p0",
		"net/http/httptest.NewRequestWithContext":                "value: r0.Method=p1; body3: keeps, r0.Method=p1",
		"(*net/http.Request).WithContext":                        "value: r0=p0",
		"(*net/http.Request).Clone":                              "value: r0=p0",
		"net/http.Post":                                          "body2: keeps", // closed as the body of that request
		"(*net/http.Client).Post":                                "body3: keeps",
		"(*net/http.Client).Do":                                  "body1.Body: keeps", // and it closes that, whatever comes of the request
		"(*net/http.Transport).RoundTrip":                        "body1.Body: keeps",
		"net/http.MaxBytesReader":                                "body1: leaves, r0=body-limited",
		"(*net/http.Response).Write":                             "resp0: closes, drains",
		"net/http/httputil.DumpResponse":                         "resp0: closes, drains if p1=true | leaves if p1=false", // it puts a copy in memory
		"(*net/http/httputil.ServerConn).Write":                  "resp2: keeps",
		"net/http.ReadResponse":                                  "body0: leaves",
	}
}

// assertionSummaries is for assertions that compare by reflection, or by functions that they make.
func assertionSummaries() map[string]string {
	return merge(
		same("value: r0=true if p1=nil | r0=false if p1=nonnil", "github.com/stretchr/testify/assert.Nil"),
		same("value: r0=false if p1=nil | r0=true if p1=nonnil", "github.com/stretchr/testify/assert.NotNil"),
		same("value: r0=true if p1=p2 | r0=false", "github.com/stretchr/testify/assert.Equal",
			"github.com/stretchr/testify/assert.EqualValues", "github.com/stretchr/testify/assert.Exactly"),
		same("value: returns if p1=nonnil", "gotest.tools/v3/assert.Error", "gotest.tools/v3/assert.ErrorContains",
			"gotest.tools/v3/assert.ErrorIs", "gotest.tools/v3/assert.ErrorType", "gotest.tools/assert.Error",
			"gotest.tools/assert.ErrorContains", "gotest.tools/assert.ErrorType"),
		same("value: returns if p1=nil", "gotest.tools/v3/assert.NilError", "gotest.tools/assert.NilError"),
		same("value: returns if p1=true", "gotest.tools/v3/assert.Assert", "gotest.tools/assert.Assert"),
		same("value: r0=true if p2=nonnil | r0=false", "github.com/stretchr/testify/assert.IsType"),
	)
}

// websocketSummaries is for dialers: the response to an upgrade has no body of its own, as their documentation says.
var websocketSummaries = same("opens: never",
	"(*github.com/gorilla/websocket.Dialer).Dial", "(*github.com/gorilla/websocket.Dialer).DialContext",
	"github.com/gorilla/websocket.NewClient",
	"github.com/coder/websocket.Dial", "nhooyr.io/websocket.Dial",
	"github.com/lxzan/gws.NewClient", "github.com/lxzan/gws.NewClientFromConn")

// retrySummaries is for what calls again a function that has failed, unless its error is marked as one that stays.
func retrySummaries() map[string]string {
	return merge(
		same("again0: tested, r0=nonnil",
			"github.com/cenkalti/backoff.Retry", "github.com/cenkalti/backoff.RetryNotify",
			"github.com/cenkalti/backoff/v3.Retry", "github.com/cenkalti/backoff/v3.RetryNotify",
			"github.com/cenkalti/backoff/v4.Retry", "github.com/cenkalti/backoff/v4.RetryNotify", "github.com/cenkalti/backoff/v4.RetryNotifyWithTimer",
			"github.com/avast/retry-go.Do", "github.com/avast/retry-go/v3.Do", "github.com/avast/retry-go/v4.Do"),
		same("again0: tested, r1=nonnil",
			"github.com/cenkalti/backoff/v4.RetryWithData", "github.com/cenkalti/backoff/v4.RetryNotifyWithData", "github.com/avast/retry-go/v4.DoWithData"),
		same("again1: tested, r1=nonnil", "github.com/cenkalti/backoff/v5.Retry"),
	)
}

// same gives functions the same summary.
func same[V any](v V, names ...string) map[string]V {
	m := make(map[string]V, len(names))
	for _, n := range names {
		m[n] = v
	}
	return m
}

// merge joins tables.
func merge[V any](tables ...map[string]V) map[string]V {
	all := make(map[string]V)
	for _, t := range tables {
		for name, v := range t {
			all[name] = v
		}
	}
	return all
}
