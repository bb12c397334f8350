#include "CZstd.h"

static _Thread_local ZSTD_CCtx *compressor;
static _Thread_local ZSTD_DCtx *decompressor;

ZSTD_CCtx *kd_zstd_compressor(void) {
    if (!compressor) compressor = ZSTD_createCCtx();
    return compressor;
}

ZSTD_DCtx *kd_zstd_decompressor(void) {
    if (!decompressor) {
        decompressor = ZSTD_createDCtx();
        if (decompressor) ZSTD_DCtx_setParameter(decompressor, ZSTD_d_windowLogMax, 27);
    }
    if (decompressor) ZSTD_DCtx_reset(decompressor, ZSTD_reset_session_only);
    return decompressor;
}
