#ifndef CVterm_H
#define CVterm_H

#include <vterm.h>

#endif
