#ifndef CUV_H
#define CUV_H

// The C door of libuv. A pass of the loop collects what happened into plain arrays; Swift walks them afterwards, so that no
// callback crosses the border and the data of a handle is a number (slot and generation), never an object.

#include <netdb.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>

typedef struct kd_loop kd_loop;
typedef struct kd_poll kd_poll;

enum { KD_READABLE = 1, KD_WRITABLE = 2, KD_DISCONNECT = 4, KD_FAILED = 8 };

/// A descriptor that is ready: the token it was watched with and a union of the bits above.
typedef struct {
    uint64_t token;
    int32_t events;
} kd_event;

/// A finished name lookup: `status` 0 and a list to be freed with `kd_addresses_free`, or a negative libuv code.
typedef struct {
    uint64_t token;
    int32_t status;
    struct addrinfo *addresses;
} kd_resolved;

/// A new loop, or NULL with a negative libuv code in `error`.
kd_loop *kd_loop_create(int *error);
/// Closes every handle. When a lookup cannot be cancelled its loop is left to it, since waiting could take half a minute.
void kd_loop_destroy(kd_loop *loop);
/// Wakes the loop from any thread.
void kd_loop_wake(kd_loop *loop);
/// One pass: waits until something is ready or `deadline_ms` of the monotonic clock passed (-1: no deadline, 0: does not wait).
void kd_loop_pass(kd_loop *loop, int64_t deadline_ms);
/// What the last pass found; valid until the next one.
const kd_event *kd_loop_events(const kd_loop *loop, size_t *count);
/// The lookups that are done, once: each list is the caller's to free. The array is valid until the next pass.
const kd_resolved *kd_loop_take_resolved(kd_loop *loop, size_t *count);

/// Watches `descriptor`; nothing is asked for yet. NULL with a negative libuv code in `error`.
kd_poll *kd_poll_create(kd_loop *loop, int descriptor, uint64_t token, int *error);
/// Asks for `events`; 0 asks for nothing.
int kd_poll_arm(kd_poll *poll, int events);
/// Forgets the descriptor, which the caller may close right after.
void kd_poll_close(kd_poll *poll);

/// Looks `host` up on a worker thread; the answer is in `kd_loop_take_resolved` of a later pass.
int kd_resolve(kd_loop *loop, uint64_t token, const char *host, const char *port);
void kd_addresses_free(struct addrinfo *addresses);
/// Looks up at once; with `numeric` only addresses written in digits. Returns 0 or a getaddrinfo code.
int kd_resolve_now(const char *host, const char *port, int numeric, int passive, struct addrinfo **addresses);
/// The words for a libuv code.
const char *kd_words(int code);
/// The words for a getaddrinfo code.
const char *kd_lookup_words(int code);

/// A non-blocking stream socket that does not survive exec, or -1 with errno.
int kd_socket(int family);
int kd_accept(int descriptor, struct sockaddr_storage *peer, socklen_t *length);
int kd_reuse_address(int descriptor);
int kd_no_delay(int descriptor);
/// SO_ERROR, which it clears.
int kd_socket_error(int descriptor);
/// The address in digits and the port in host order. Returns 0 or a getaddrinfo code.
int kd_address_text(const struct sockaddr *address, socklen_t length, char *host, size_t capacity, uint16_t *port);
/// sendmsg without SIGPIPE; `more` says that further bytes follow at once.
ssize_t kd_send(int descriptor, struct iovec *vectors, size_t count, int more);
ssize_t kd_sendfile(int descriptor, int file, off_t position, size_t count);
/// The monotonic clock in nanoseconds, the same that the loop waits by.
int64_t kd_now(void);
/// Names the calling thread; the system keeps the first 15 bytes.
void kd_name_thread(const char *name);

#endif
