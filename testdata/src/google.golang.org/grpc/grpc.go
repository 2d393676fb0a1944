// Package grpc is a miniature of google.golang.org/grpc: services are registered with a server, which runs each call in a goroutine.
package grpc

import (
	"context"
	"net"
)

// UnaryServerInfo tells an interceptor what is called.
type UnaryServerInfo struct {
	Server     any
	FullMethod string
}

// UnaryHandler is the rest of a call.
type UnaryHandler func(ctx context.Context, req any) (any, error)

// UnaryServerInterceptor stands around each call.
type UnaryServerInterceptor func(ctx context.Context, req any, info *UnaryServerInfo, handler UnaryHandler) (any, error)

// MethodHandler runs one method of a service.
type MethodHandler func(srv any, ctx context.Context, dec func(any) error, interceptor UnaryServerInterceptor) (any, error)

// MethodDesc names a method.
type MethodDesc struct {
	MethodName string
	Handler    MethodHandler
}

// ServiceDesc names a service.
type ServiceDesc struct {
	ServiceName string
	HandlerType any
	Methods     []MethodDesc
}

// ServiceRegistrar takes services.
type ServiceRegistrar interface {
	RegisterService(desc *ServiceDesc, impl any)
}

// ServerOption configures a Server.
type ServerOption func(*Server)

// UnaryInterceptor sets the interceptor.
func UnaryInterceptor(i UnaryServerInterceptor) ServerOption {
	return func(s *Server) { s.interceptor = i }
}

type service struct {
	desc *ServiceDesc
	impl any
}

// Server runs the calls of its services.
type Server struct {
	interceptor UnaryServerInterceptor
	services    map[string]service
}

// NewServer makes a Server without services.
func NewServer(opts ...ServerOption) *Server {
	s := &Server{services: map[string]service{}}
	for _, o := range opts {
		o(s)
	}
	return s
}

// RegisterService implements ServiceRegistrar.
func (s *Server) RegisterService(desc *ServiceDesc, impl any) {
	s.services[desc.ServiceName] = service{desc, impl}
}

// Serve takes connections until l is closed.
func (s *Server) Serve(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go s.serve(conn)
	}
}

func (s *Server) serve(conn net.Conn) {
	defer conn.Close()
	for _, sv := range s.services {
		for _, m := range sv.desc.Methods {
			go m.Handler(sv.impl, context.Background(), func(any) error { return nil }, s.interceptor)
		}
	}
}
