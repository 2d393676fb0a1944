// Package pb has the shape of what protoc-gen-go-grpc writes for a service of two methods.
package pb

import (
	"context"
	"errors"

	"google.golang.org/grpc"
)

// CityRequest asks for a city.
type CityRequest struct{ Name string }

// CityReply describes a city.
type CityReply struct{ Text string }

// WeatherServer is the service.
type WeatherServer interface {
	Now(context.Context, *CityRequest) (*CityReply, error)
	Tomorrow(context.Context, *CityRequest) (*CityReply, error)
	mustEmbedUnimplementedWeatherServer()
}

// UnimplementedWeatherServer must be embedded by every implementation.
type UnimplementedWeatherServer struct{}

// Now implements WeatherServer.
func (UnimplementedWeatherServer) Now(context.Context, *CityRequest) (*CityReply, error) {
	return nil, errors.New("method Now not implemented")
}

// Tomorrow implements WeatherServer.
func (UnimplementedWeatherServer) Tomorrow(context.Context, *CityRequest) (*CityReply, error) {
	return nil, errors.New("method Tomorrow not implemented")
}

func (UnimplementedWeatherServer) mustEmbedUnimplementedWeatherServer() {}

// RegisterWeatherServer registers srv with s.
func RegisterWeatherServer(s grpc.ServiceRegistrar, srv WeatherServer) {
	s.RegisterService(&weatherServiceDesc, srv)
}

func nowHandler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(CityRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(WeatherServer).Now(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/weather.Weather/Now"}
	return interceptor(ctx, in, info, func(ctx context.Context, req any) (any, error) {
		return srv.(WeatherServer).Now(ctx, req.(*CityRequest))
	})
}

func tomorrowHandler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(CityRequest)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(WeatherServer).Tomorrow(ctx, in)
	}
	info := &grpc.UnaryServerInfo{Server: srv, FullMethod: "/weather.Weather/Tomorrow"}
	return interceptor(ctx, in, info, func(ctx context.Context, req any) (any, error) {
		return srv.(WeatherServer).Tomorrow(ctx, req.(*CityRequest))
	})
}

var weatherServiceDesc = grpc.ServiceDesc{
	ServiceName: "weather.Weather",
	HandlerType: (*WeatherServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "Now", Handler: nowHandler},
		{MethodName: "Tomorrow", Handler: tomorrowHandler},
	},
}
