#include "CLz4.h"

static _Thread_local LZ4F_dctx *decompressor;

LZ4F_dctx *kd_lz4_decompressor(void) {
    if (!decompressor && LZ4F_isError(LZ4F_createDecompressionContext(&decompressor, LZ4F_VERSION))) {
        decompressor = NULL;
    }
    if (decompressor) LZ4F_resetDecompressionContext(decompressor);
    return decompressor;
}
