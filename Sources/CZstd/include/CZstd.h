#ifndef CZstd_H
#define CZstd_H

#include <zstd.h>

/// This thread's compressor: kept, since making one costs a quarter of a 64 KiB job. NULL when there is no memory.
ZSTD_CCtx *kd_zstd_compressor(void);

/// This thread's decompressor, reset to the start of a frame, windows up to 128 MiB. NULL when there is no memory.
ZSTD_DCtx *kd_zstd_decompressor(void);

#endif
