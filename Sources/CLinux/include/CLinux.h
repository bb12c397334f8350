// Calls of Linux that the toolchain's Glibc module leaves out.
#ifndef KDECK_CLINUX_H
#define KDECK_CLINUX_H

/// fallocate(2) with FALLOC_FL_KEEP_SIZE: blocks for the range, no change of the size. 0, or an errno.
int kd_allocate_keep_size(int descriptor, long position, long count);

/// syncfs(2): all of the file system that holds the descriptor. 0, or an errno.
int kd_sync_file_system(int descriptor);

#endif
