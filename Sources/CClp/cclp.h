// COIN-OR CLP, a simplex solver for linear programs, through its C interface.
#pragma once
#include <stdbool.h>
#include <coin/Clp_C_Interface.h>
