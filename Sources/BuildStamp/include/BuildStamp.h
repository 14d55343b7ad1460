/// What the programs are: the one place that has the version. Scripts read it from here.
#ifndef BUILD_STAMP_H
#define BUILD_STAMP_H

/// The version of everything in this package, by Semantic Versioning.
#define SOUSCHEF_VERSION "0.1.0"

/// The commit that the programs were built from, with `+` behind it where files differed from it;
/// empty where it is not known. `scripts/build` sets it.
const char *_Nonnull souschef_commit(void);

#endif
