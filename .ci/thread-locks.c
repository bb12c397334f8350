// For the thread sanitizer, by LD_PRELOAD. The standard library's Mutex is a futex: while nobody waits, taking and leaving
// it is compiled into the caller, where the sanitizer sees it. Once somebody waits it goes on in the library, which the
// sanitizer does not see, and whatever is under the lock looks like a race. These two stand in front of the library's
// functions and say what they do, so that no race has to be excused.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef SWIFT void (*wait_for)(uint32_t owner, void *SELF lock);
typedef SWIFT void (*wake)(void *SELF lock);

// Only a program with the sanitizer in it has these.
extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

SWIFT void lock_slow(uint32_t owner, void *SELF lock) __asm__(LOCK);
SWIFT void unlock_slow(void *SELF lock) __asm__(UNLOCK);

static wait_for real_lock;
static wake real_unlock;

__attribute__((constructor)) static void find(void) {
    real_lock = (wait_for)dlsym(RTLD_NEXT, LOCK);
    real_unlock = (wake)dlsym(RTLD_NEXT, UNLOCK);
}

SWIFT void lock_slow(uint32_t owner, void *SELF lock) {
    real_lock(owner, lock);
    if (__tsan_acquire) __tsan_acquire(lock);
}

SWIFT void unlock_slow(void *SELF lock) {
    if (__tsan_release) __tsan_release(lock);
    real_unlock(lock);
}
