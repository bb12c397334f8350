#ifndef CGetopt_H
#define CGetopt_H

#include <getopt.h>

#endif
