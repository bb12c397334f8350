#ifndef CTomlplusplus_H
#define CTomlplusplus_H

// The C door of toml++: see door.cpp.

#endif
