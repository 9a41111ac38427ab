# SPDX-FileCopyrightText: 2026 The Quecto authors
# SPDX-License-Identifier: MIT
#
# Warnings and strict Qt definitions for every target: link to quecto_build_flags.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

add_library(quecto_build_flags INTERFACE)
target_compile_options(quecto_build_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Wcast-qual
  -Wno-missing-field-initializers) # members left out of a designated initialiser have their defaults
target_compile_definitions(quecto_build_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(quecto_build_flags INTERFACE ${PROJECT_SOURCE_DIR})

# The Qt releases differ in what they include by themselves; a precompiled header hides nothing from CI
# because the clang build there goes without it.
option(QUECTO_PRECOMPILE "Precompile the common Qt headers" ON)

function(quecto_precompile target)
  if(QUECTO_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()

# Whoever reuses a precompiled header must define all that its target defines (Qt's QT_SQL_LIB among it), or the
# compiler ignores it.
function(quecto_reuse_precompiled target from)
  if(QUECTO_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${from})
    target_compile_definitions(${target} PRIVATE $<TARGET_PROPERTY:${from},COMPILE_DEFINITIONS>)
  endif()
endfunction()
