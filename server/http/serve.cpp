#include "server/http/serve.h"

#include <fmt/format.h>
#include <httplib.h>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace nextgen::http {

void serve(const ServeOptions& options) {
    httplib::Server server;
    // httplib's default would let a second server listen on the same port and take half of its requests.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.Get("/livez", [](const httplib::Request&, httplib::Response& response) {
        response.set_content("{\"status\":\"ok\"}", "application/json");
    });
    const Settings& settings = options.settings;
    const int port = settings.port == 0 ? server.bind_to_any_port(settings.host)
                     : server.bind_to_port(settings.host, settings.port) ? settings.port
                                                                         : -1;
    if (port < 0) {
        throw std::runtime_error(fmt::format("Port {} of {} is taken. Choose another one with --port.",
                                             settings.port, settings.host));
    }
    std::thread listener([&] { server.listen_after_bind(); });
    options.ready(port);
    while (options.mayGoOn()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    server.stop();
    listener.join();
}

}  // namespace nextgen::http
