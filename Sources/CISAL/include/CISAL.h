#ifndef CISAL_H
#define CISAL_H

#include <isa-l.h>

#endif
