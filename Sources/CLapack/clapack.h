// OpenBLAS brings BLAS and its thread switch; LAPACKE the C interface to LAPACK.
#pragma once
#include <cblas.h>
// LAPACKE's complex types do not import into Swift; declare them away.
#define lapack_complex_float void*
#define lapack_complex_double void*
#define LAPACK_COMPLEX_CUSTOM
#include <lapacke.h>
void openblas_set_num_threads(int num_threads);
