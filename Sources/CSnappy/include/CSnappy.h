#ifndef CSnappy_H
#define CSnappy_H

#include <snappy-c.h>

#endif
