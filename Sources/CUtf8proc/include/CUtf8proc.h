#ifndef CUtf8proc_H
#define CUtf8proc_H

#include <utf8proc.h>

#endif
