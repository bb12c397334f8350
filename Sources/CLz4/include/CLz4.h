#ifndef CLz4_H
#define CLz4_H

#include <lz4frame.h>

#endif
