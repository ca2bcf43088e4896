@echo off
rem Starts Relais on Windows. NOT RUN by its authors: no Windows machine was at hand when it was written.
rem Needs a JDK 25 in JAVA_HOME, and app\target\relais-exec.jar (built elsewhere, or with: mvn -pl app package).
rem POSIX file permissions do not exist here: put the data on a BitLocker volume, in a folder for one account alone.
setlocal
set "HERE=%~dp0..\.."
set "JAR=%HERE%\app\target\relais-exec.jar"
if not exist "%JAVA_HOME%\bin\java.exe" (
  echo Relais needs a JDK 25: set JAVA_HOME to its folder. 1>&2
  exit /b 1
)
if not exist "%JAR%" (
  echo %JAR% is missing: build it first, mvn -pl app package 1>&2
  exit /b 1
)
if "%RELAIS_HEAP%"=="" set "RELAIS_HEAP=512m"
"%JAVA_HOME%\bin\java.exe" -Xms%RELAIS_HEAP% -Xmx%RELAIS_HEAP% -XX:MaxDirectMemorySize=2g -XX:+UseSerialGC -XX:+DisableAttachMechanism -XX:-UsePerfData ^
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true ^
  -Dfile.encoding=UTF-8 -jar "%JAR%" %*
exit /b %ERRORLEVEL%
