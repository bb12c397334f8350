#ifndef CLz4_H
#define CLz4_H

#include <lz4frame.h>

/// This thread's decompressor, reset to the start of a frame. NULL when there is no memory.
LZ4F_dctx *kd_lz4_decompressor(void);

#endif
