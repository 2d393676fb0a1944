package eof

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/csv"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"os"
	"strings"
)

// must spares the table of readers its error paths.
func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func get(u string) *http.Response {
	resp, err := http.Get(u)
	must(err)
	return resp
}

// json.

func jsonTwoValues(u string, a, b any) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	dec := json.NewDecoder(resp.Body)
	must(dec.Decode(a))
	must(dec.Decode(b))
}

func jsonUntilEOF(u string, each func(json.RawMessage)) {
	resp := get(u)
	defer resp.Body.Close()
	dec := json.NewDecoder(resp.Body)
	for {
		var m json.RawMessage
		err := dec.Decode(&m)
		if err == io.EOF {
			break // silent: the decoder has met the end
		}
		must(err)
		each(m)
	}
}

func jsonUntilErrorsIsEOF(u string, each func(json.RawMessage)) {
	resp := get(u)
	defer resp.Body.Close()
	for dec := json.NewDecoder(resp.Body); ; {
		var m json.RawMessage
		if err := dec.Decode(&m); errors.Is(err, io.EOF) {
			return // silent: the decoder has met the end
		} else if err != nil {
			log.Fatal(err)
		}
		each(m)
	}
}

func jsonUntilFound(u, name string) bool {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	dec := json.NewDecoder(resp.Body)
	for {
		var v struct{ Name string }
		if err := dec.Decode(&v); err == io.EOF {
			return false
		} else if err != nil {
			panic(err)
		}
		if v.Name == name {
			return true
		}
	}
}

func jsonMore(u string) (ns []int) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	dec := json.NewDecoder(resp.Body)
	_, err := dec.Token()
	must(err)
	for dec.More() {
		var n int
		must(dec.Decode(&n))
		ns = append(ns, n)
	}
	return ns
}

func jsonMoreThenDrained(u string) (ns []int) {
	resp := get(u)
	defer resp.Body.Close()
	dec := json.NewDecoder(resp.Body)
	_, err := dec.Token()
	must(err)
	for dec.More() {
		var n int
		must(dec.Decode(&n))
		ns = append(ns, n)
	}
	_, err = io.Copy(io.Discard, resp.Body) // silent: the rest is drained
	must(err)
	return ns
}

func jsonTrailingChecked(u string, v any) {
	resp := get(u)
	defer resp.Body.Close()
	dec := json.NewDecoder(resp.Body)
	must(dec.Decode(v))
	if _, err := dec.Token(); err != io.EOF {
		log.Fatal("something behind the value") // silent: on the other path the decoder has met the end
	}
}

func jsonBehindBuffer(u string, v any) error {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	return json.NewDecoder(bufio.NewReader(resp.Body)).Decode(v)
}

func jsonThroughTee(u string, v any) (string, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	var sb strings.Builder
	err := json.NewDecoder(io.TeeReader(resp.Body, &sb)).Decode(v)
	return sb.String(), err
}

// Other decoders.

func xmlDecoded(u string, v any) error {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	return xml.NewDecoder(resp.Body).Decode(v)
}

func gobDecoded(u string, v any) error {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	return gob.NewDecoder(resp.Body).Decode(v)
}

func binaryRead(u string) (n uint32, err error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	err = binary.Read(resp.Body, binary.BigEndian, &n)
	return n, err
}

func fscanned(u string) (n int, err error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	_, err = fmt.Fscan(resp.Body, &n)
	return n, err
}

func csvOneRecord(u string) ([]string, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	return csv.NewReader(resp.Body).Read()
}

func csvAll(u string) [][]string {
	resp := get(u)
	defer resp.Body.Close()
	recs, err := csv.NewReader(resp.Body).ReadAll() // silent: reads to the end
	must(err)
	return recs
}

// bufio.

func scanOne(u string) string {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body)
	sc.Scan()
	return sc.Text()
}

func scanAll(u string) (lines []string) {
	resp := get(u)
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body)
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	return lines // silent: scanned until there was no more
}

func scanAllWithErr(u string) (n int, err error) {
	resp := get(u)
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body)
	sc.Buffer(make([]byte, 1<<16), 1<<20)
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		if sc.Text() == "" {
			continue
		}
		n++
	}
	return n, sc.Err() // silent: scanned until there was no more
}

func scanUntilFalse(u string) {
	resp := get(u)
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body)
	for {
		if !sc.Scan() {
			break // silent: scanned until there was no more
		}
		fmt.Println(sc.Text())
	}
}

func scanUntilFound(u, word string) bool {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body)
	for sc.Scan() {
		if sc.Text() == word {
			return true
		}
	}
	return false
}

func scanUntilBreak(u string) (n int) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	for sc := bufio.NewScanner(resp.Body); sc.Scan(); n++ {
		if strings.HasPrefix(sc.Text(), "#") {
			break
		}
	}
	return n
}

func scanUntilBreakThenDrained(u string) (n int) {
	resp := get(u)
	defer resp.Body.Close()
	for sc := bufio.NewScanner(resp.Body); sc.Scan(); n++ {
		if n == 10 {
			break
		}
	}
	_, _ = io.Copy(io.Discard, resp.Body) // silent: the rest is drained
	return n
}

func scanTenLines(u string) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	sc := bufio.NewScanner(resp.Body)
	for i := 0; i < 10 && sc.Scan(); i++ {
		fmt.Println(sc.Text())
	}
}

func readStringOnce(u string) (string, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	return bufio.NewReader(resp.Body).ReadString('\n')
}

func readStringUntilError(u string) (lines []string) {
	resp := get(u)
	defer resp.Body.Close()
	br := bufio.NewReader(resp.Body)
	for {
		line, err := br.ReadString('\n')
		if err != nil {
			return lines // silent: only the end, or a broken body, is an error
		}
		lines = append(lines, line)
	}
}

func readStringUntilEOF(u string) (n int, err error) {
	resp := get(u)
	defer resp.Body.Close()
	br := bufio.NewReader(resp.Body)
	for {
		line, err := br.ReadString('\n')
		n += len(line)
		if err == io.EOF {
			return n, nil // silent: the end
		}
		if err != nil {
			return n, err
		}
	}
}

func readStringUntilBlank(u string) error {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	br := bufio.NewReader(resp.Body)
	for {
		line, err := br.ReadString('\n')
		if err != nil {
			return err
		}
		if line == "\n" {
			return nil
		}
	}
}

func peeked(u string) ([]byte, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	return bufio.NewReader(resp.Body).Peek(4)
}

// Whole readers.

func readAllThroughBuffer(u string) ([]byte, error) {
	resp := get(u)
	defer resp.Body.Close()
	return io.ReadAll(bufio.NewReader(resp.Body)) // silent: read to its end
}

func readAllThroughTee(u string) ([]byte, error) {
	resp := get(u)
	defer resp.Body.Close()
	h := sha256.New()
	if _, err := io.ReadAll(io.TeeReader(resp.Body, h)); err != nil { // silent: read to its end
		return nil, err
	}
	return h.Sum(nil), nil
}

func copied(u string, w io.Writer) error {
	resp := get(u)
	defer resp.Body.Close()
	_, err := io.Copy(w, resp.Body) // silent: copied to its end
	return err
}

func copiedToFile(u, name string) {
	resp := get(u)
	defer resp.Body.Close()
	f, err := os.Create(name)
	must(err)
	defer f.Close()
	_, err = io.CopyBuffer(f, resp.Body, make([]byte, 1<<16)) // silent: copied to its end
	must(err)
}

func copiedToClient(w http.ResponseWriter, r *http.Request) {
	resp := get("http://backend" + r.URL.Path)
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body) // silent: copied to its end
}

func discarded(u string) {
	resp := get(u)
	_, _ = io.Copy(io.Discard, resp.Body) // silent: drained
	resp.Body.Close()
}

func buffered(u string) string {
	resp := get(u)
	defer resp.Body.Close()
	var buf bytes.Buffer
	_, err := buf.ReadFrom(resp.Body) // silent: read to its end
	must(err)
	return buf.String()
}

func gunzipped(u string) []byte {
	resp := get(u)
	defer resp.Body.Close()
	zr, err := gzip.NewReader(resp.Body)
	must(err)
	b, err := io.ReadAll(zr) // silent: gzip reads on to the end, for a further stream
	must(err)
	return b
}

func gunzippedAndDecoded(u string, v any) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	zr, err := gzip.NewReader(resp.Body)
	must(err)
	must(json.NewDecoder(zr).Decode(v))
}

func written(u string, w io.Writer) error {
	resp := get(u)
	return resp.Write(w) // silent: Write reads it to its end and closes
}

func dumped(u string) ([]byte, error) {
	resp := get(u)
	defer resp.Body.Close()
	return httputil.DumpResponse(resp, true) // silent: the dump reads it to its end
}

func dumpedWithoutBody(u string) ([]byte, error) {
	resp := get(u) // want "response body of resp is closed unread"
	defer resp.Body.Close()
	return httputil.DumpResponse(resp, false)
}

func dumpedWithoutBodyThenDecoded(u string, v any) error {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	head, err := httputil.DumpResponse(resp, false)
	must(err)
	log.Printf("%s", head)
	return json.NewDecoder(resp.Body).Decode(v)
}

// Readers that stop.

func limitedAll(u string) ([]byte, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	return io.ReadAll(io.LimitReader(resp.Body, 1<<20))
}

func limitedByLiteral(u string) ([]byte, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	return io.ReadAll(&io.LimitedReader{R: resp.Body, N: 512})
}

func limitedAndScanned(u string) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	sc := bufio.NewScanner(io.LimitReader(resp.Body, 512))
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
}

func limitedByMaxBytes(w http.ResponseWriter, u string) ([]byte, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	body := http.MaxBytesReader(w, resp.Body, 1<<20)
	defer body.Close()
	return io.ReadAll(body)
}

func copiedInPart(u string, w io.Writer) error {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	_, err := io.CopyN(w, resp.Body, 100)
	return err
}

func readFull(u string) (magic [4]byte, err error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	_, err = io.ReadFull(resp.Body, magic[:])
	return magic, err
}

func readAtLeast(u string) ([]byte, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	b := make([]byte, 64)
	n, err := io.ReadAtLeast(resp.Body, b, 8)
	return b[:n], err
}

// Read itself.

func readOnce(u string) (int, error) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	return resp.Body.Read(make([]byte, 512))
}

func readUntilError(u string) (total int) {
	resp := get(u)
	defer resp.Body.Close()
	buf := make([]byte, 512)
	for {
		n, err := resp.Body.Read(buf)
		total += n
		if err != nil {
			return total // silent: only the end, or a broken body, is an error
		}
	}
}

func readUntilEOF(u string, w io.Writer) error {
	resp := get(u)
	defer resp.Body.Close()
	buf := make([]byte, 512)
	for {
		n, err := resp.Body.Read(buf)
		fmt.Fprintf(w, "%x", buf[:n])
		if err == io.EOF {
			break // silent: the end
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func readWhileNil(u string) (total int) {
	resp := get(u)
	defer resp.Body.Close()
	buf := make([]byte, 512)
	var err error
	for err == nil {
		var n int
		n, err = resp.Body.Read(buf)
		total += n
	}
	return total // silent: read until an error
}

func readUntilWriteError(u string, w io.Writer) error {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	buf := make([]byte, 512)
	for {
		n, err := resp.Body.Read(buf)
		if _, werr := w.Write(buf[:n]); werr != nil {
			return werr
		}
		if err != nil {
			return nil
		}
	}
}

func readUntilEnough(u string) (total int) {
	resp := get(u) // want "response body of resp may be closed before it was read to its end"
	defer resp.Body.Close()
	buf := make([]byte, 512)
	for total < 4096 {
		n, err := resp.Body.Read(buf)
		total += n
		if err != nil {
			break
		}
	}
	return total
}
