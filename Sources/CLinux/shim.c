#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int kd_allocate_keep_size(int descriptor, long position, long count) {
    return fallocate(descriptor, FALLOC_FL_KEEP_SIZE, position, count) == 0 ? 0 : errno;
}

int kd_sync_file_system(int descriptor) {
    return syncfs(descriptor) == 0 ? 0 : errno;
}
