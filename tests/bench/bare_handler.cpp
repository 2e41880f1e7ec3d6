// The limit that the server's HTTP is held against: cpp-httplib with one handler that answers bytes from
// memory.
//   nextgen-bench-handler THREADS BYTES      prints its port, serves until it is told to stop
#include <httplib.h>

#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("nextgen-bench-handler THREADS BYTES\n", stderr);
        return 2;
    }
    const auto threads = std::strtoul(argv[1], nullptr, 10);
    const std::string body(std::strtoul(argv[2], nullptr, 10), 'x');

    httplib::Server server;
    server.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
    server.set_keep_alive_max_count(std::numeric_limits<int>::max());
    server.set_tcp_nodelay(true);
    server.Get("/", [&body](const httplib::Request&, httplib::Response& response) {
        response.set_content(body, "application/json");
    });
    const int port = server.bind_to_any_port("127.0.0.1");
    std::printf("port %d\n", port);
    std::fflush(stdout);
    return port > 0 && server.listen_after_bind() ? 0 : 1;
}
