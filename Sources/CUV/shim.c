#define _GNU_SOURCE
#include "CUV.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

struct kd_loop {
    uv_loop_t uv;
    uv_async_t wake;
    uv_timer_t timer;
    int64_t armed_ms;
    kd_event *events;
    size_t event_count, event_capacity;
    kd_resolved *resolved;
    size_t resolved_count, resolved_capacity;
};

struct kd_poll {
    uv_poll_t uv;
    uint64_t token;
};

typedef struct {
    uv_getaddrinfo_t uv;
    uint64_t token;
} kd_lookup;

// Grows an array to hold one more element. Out of memory ends the program, as everywhere in Swift.
static void *room_for_one(void *array, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return array;
    *capacity = *capacity ? *capacity * 2 : 64;
    void *grown = realloc(array, *capacity * size);
    if (!grown) abort();
    return grown;
}

static void on_wake(uv_async_t *handle) { (void)handle; }
/* libuv runs due timers before it waits as well as after: one that became due just now must not be followed by a wait
   without end, so it ends the run. */
static void on_timer(uv_timer_t *handle) {
    ((kd_loop *)handle->loop->data)->armed_ms = -1;
    uv_stop(handle->loop);
}

kd_loop *kd_loop_create(int *error) {
    kd_loop *loop = calloc(1, sizeof *loop);
    if (!loop) abort();
    loop->armed_ms = -1;
    if ((*error = uv_loop_init(&loop->uv)) != 0) {
        free(loop);
        return NULL;
    }
    loop->uv.data = loop;
    uv_timer_init(&loop->uv, &loop->timer);
    if ((*error = uv_async_init(&loop->uv, &loop->wake, on_wake)) != 0) {
        uv_close((uv_handle_t *)&loop->timer, NULL);
        uv_run(&loop->uv, UV_RUN_NOWAIT);
        uv_loop_close(&loop->uv);
        free(loop);
        return NULL;
    }
    return loop;
}

static void on_poll_closed(uv_handle_t *handle) { free(handle); }

static void close_handle(uv_handle_t *handle, void *argument) {
    (void)argument;
    if (!uv_is_closing(handle)) uv_close(handle, handle->type == UV_POLL ? on_poll_closed : NULL);
}

void kd_loop_destroy(kd_loop *loop) {
    uv_walk(&loop->uv, close_handle, NULL);
    for (int pass = 0; pass < 4 && uv_loop_alive(&loop->uv); pass++) uv_run(&loop->uv, UV_RUN_NOWAIT);
    for (size_t i = 0; i < loop->resolved_count; i++) kd_addresses_free(loop->resolved[i].addresses);
    loop->resolved_count = 0;
    if (uv_loop_close(&loop->uv) != 0) return;
    free(loop->events);
    free(loop->resolved);
    free(loop);
}

void kd_loop_wake(kd_loop *loop) { uv_async_send(&loop->wake); }

void kd_loop_pass(kd_loop *loop, int64_t deadline_ms) {
    loop->event_count = 0;
    if (deadline_ms == 0) {
        uv_run(&loop->uv, UV_RUN_NOWAIT);
        return;
    }
    // A timer that is armed for an earlier moment stays: the far deadlines of a wheel move with every pass, and a pass for
    // nothing every few seconds is cheaper than arming anew each time.
    if (deadline_ms < 0) {
        if (loop->armed_ms >= 0) uv_timer_stop(&loop->timer);
        loop->armed_ms = -1;
    } else if (loop->armed_ms < 0 || deadline_ms < loop->armed_ms) {
        uv_update_time(&loop->uv);
        int64_t now = (int64_t)uv_now(&loop->uv);
        uv_timer_start(&loop->timer, on_timer, deadline_ms > now ? (uint64_t)(deadline_ms - now) : 0, 0);
        loop->armed_ms = deadline_ms;
    }
    uv_run(&loop->uv, UV_RUN_ONCE);
}

const kd_event *kd_loop_events(const kd_loop *loop, size_t *count) {
    *count = loop->event_count;
    return loop->events;
}

const kd_resolved *kd_loop_take_resolved(kd_loop *loop, size_t *count) {
    *count = loop->resolved_count;
    // Their lists belong to the caller now: the end of the loop, which may follow at once, frees only what nobody took.
    loop->resolved_count = 0;
    return loop->resolved;
}

static void on_poll(uv_poll_t *handle, int status, int events) {
    kd_loop *loop = handle->loop->data;
    loop->events = room_for_one(loop->events, loop->event_count, &loop->event_capacity, sizeof(kd_event));
    int32_t bits = status < 0 ? KD_FAILED : 0;
    if (events & UV_READABLE) bits |= KD_READABLE;
    if (events & UV_WRITABLE) bits |= KD_WRITABLE;
    if (events & UV_DISCONNECT) bits |= KD_DISCONNECT;
    loop->events[loop->event_count++] = (kd_event){((kd_poll *)handle)->token, bits};
}

kd_poll *kd_poll_create(kd_loop *loop, int descriptor, uint64_t token, int *error) {
    kd_poll *poll = calloc(1, sizeof *poll);
    if (!poll) abort();
    poll->token = token;
    if ((*error = uv_poll_init(&loop->uv, &poll->uv, descriptor)) != 0) {
        free(poll);
        return NULL;
    }
    return poll;
}

int kd_poll_arm(kd_poll *poll, int events) {
    if (events == 0) return uv_poll_stop(&poll->uv);
    int asked = 0;
    if (events & KD_READABLE) asked |= UV_READABLE;
    if (events & KD_WRITABLE) asked |= UV_WRITABLE;
    if (events & KD_DISCONNECT) asked |= UV_DISCONNECT;
    return uv_poll_start(&poll->uv, asked, on_poll);
}

void kd_poll_close(kd_poll *poll) { uv_close((uv_handle_t *)&poll->uv, on_poll_closed); }

static void on_lookup(uv_getaddrinfo_t *request, int status, struct addrinfo *addresses) {
    kd_loop *loop = request->loop->data;
    loop->resolved =
        room_for_one(loop->resolved, loop->resolved_count, &loop->resolved_capacity, sizeof(kd_resolved));
    loop->resolved[loop->resolved_count++] = (kd_resolved){((kd_lookup *)request)->token, status, addresses};
    free(request);
}

int kd_resolve(kd_loop *loop, uint64_t token, const char *host, const char *port) {
    kd_lookup *lookup = calloc(1, sizeof *lookup);
    if (!lookup) abort();
    lookup->token = token;
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    int status = uv_getaddrinfo(&loop->uv, &lookup->uv, on_lookup, host, port, &hints);
    if (status != 0) free(lookup);
    return status;
}

void kd_addresses_free(struct addrinfo *addresses) { uv_freeaddrinfo(addresses); }

int kd_resolve_now(const char *host, const char *port, int numeric, int passive, struct addrinfo **addresses) {
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    hints.ai_flags = AI_NUMERICSERV | (numeric ? AI_NUMERICHOST : 0) | (passive ? AI_PASSIVE : 0);
    return getaddrinfo(host && *host ? host : NULL, port, &hints, addresses);
}

const char *kd_words(int code) { return uv_strerror(code); }
const char *kd_lookup_words(int code) { return gai_strerror(code); }

int kd_socket(int family) { return socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0); }

int kd_accept(int descriptor, struct sockaddr_storage *peer, socklen_t *length) {
    *length = sizeof *peer;
    return accept4(descriptor, (struct sockaddr *)peer, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

int kd_reuse_address(int descriptor) {
    int on = 1;
    return setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
}

int kd_no_delay(int descriptor) {
    int on = 1;
    return setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

int kd_socket_error(int descriptor) {
    int error = 0;
    socklen_t length = sizeof error;
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno;
}

int kd_address_text(const struct sockaddr *address, socklen_t length, char *host, size_t capacity, uint16_t *port) {
    char service[16];
    int status = getnameinfo(
        address, length, host, capacity, service, sizeof service, NI_NUMERICHOST | NI_NUMERICSERV);
    *port = status == 0 ? (uint16_t)atoi(service) : 0;
    return status;
}

ssize_t kd_send(int descriptor, struct iovec *vectors, size_t count, int more) {
    struct msghdr message = {.msg_iov = vectors, .msg_iovlen = count};
    return sendmsg(descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT | (more ? MSG_MORE : 0));
}

ssize_t kd_sendfile(int descriptor, int file, off_t position, size_t count) {
    return sendfile(descriptor, file, &position, count);
}

int64_t kd_now(void) { return (int64_t)uv_hrtime(); }

void kd_name_thread(const char *name) {
    char text[16] = {0};
    strncpy(text, name, sizeof text - 1);
    pthread_setname_np(pthread_self(), text);
}
