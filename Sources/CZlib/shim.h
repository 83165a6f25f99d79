// Where the system keeps its zlib; nothing of ours.
#include <zlib.h>
