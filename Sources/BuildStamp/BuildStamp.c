#include "BuildStamp.h"

#ifndef SOUSCHEF_COMMIT
#define SOUSCHEF_COMMIT ""
#endif

const char *souschef_commit(void) { return SOUSCHEF_COMMIT; }
