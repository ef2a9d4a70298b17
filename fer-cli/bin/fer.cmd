@echo off
rem Runs a fer4j subcommand from any folder: fer SUBCOMMAND [OPTIONS], fer --help.
setlocal
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"
rem See bin/fer: passive waiting keeps OpenMP from taking the loader's cores.
if not defined OMP_WAIT_POLICY set OMP_WAIT_POLICY=passive
rem With this, cuBLAS sums in a fixed order, which --deterministic requires.
if not defined CUBLAS_WORKSPACE_CONFIG set CUBLAS_WORKSPACE_CONFIG=:4096:8
set "JAVA_EXE=java"
if defined JAVA_HOME set "JAVA_EXE=%JAVA_HOME%\bin\java"
rem A distribution has its jars in lib; a checkout has what Maven built. The class path of a checkout
rem is longer than a command line may be, so it goes through the environment.
set FER_OUT=
set FER_CLASSPATH=
if exist "%HOME_DIR%\lib" (
    set "CLASSPATH=%HOME_DIR%\lib\*"
) else if exist "%HOME_DIR%\target\classpath" (
    for /f "usebackq delims=" %%C in ("%HOME_DIR%\target\classpath") do set "FER_CLASSPATH=%%C"
    set FER_OUT="-Dfer.out=%HOME_DIR%\target/"
) else (
    echo fer: not built yet; run "mvn -q -DskipTests package" in the folder above "%HOME_DIR%" first 1>&2
    exit /b 1
)
if defined FER_CLASSPATH set "CLASSPATH=%HOME_DIR%\target\classes;%FER_CLASSPATH%"
rem See bin/fer: these end before the optimizing compiler's code would pay off.
set FER_JIT=
for %%A in ("" "-h" "--help" "-V" "--version" "score" "compare") do if "%~1"==%%A set FER_JIT=-XX:TieredStopAtLevel=1
"%JAVA_EXE%" %FER_JIT% %FER_JAVA_OPTS% %FER_OUT% -Dai.djl.offline=true -DOPT_OUT_TRACKING=true -Djava.awt.headless=true dev.fer4j.cli.Fer %*
exit /b %ERRORLEVEL%
