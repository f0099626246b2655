@echo off
rem Starts Roamledger from a checkout: finds JDK 25, builds what is missing, runs it.
setlocal enabledelayedexpansion
set "here=%~dp0"
set "app=%here%target\app"
set "java="

if defined JAVA_HOME call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do if not defined java call :try "%%~d"
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :version "%%~$PATH:j"

if not defined java (
  echo Roamledger needs JDK 25, which was not found on this computer. 1>&2
  echo Install it ^(for example Eclipse Temurin 25^), or set JAVA_HOME to where it is, and try again. 1>&2
  exit /b 1
)

if not exist "%app%\roamledger.jar" (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo Roamledger has to be built first, and Maven was not found on this computer. 1>&2
    echo Install Apache Maven 3.8 or later and try again. 1>&2
    exit /b 1
  )
  echo Building Roamledger ^(the first time this takes a few minutes^) ... 1>&2
  pushd "%here%"
  call mvn --quiet --batch-mode -Dmaven.test.skip=true -Dexec.skip=true package 1>&2
  if errorlevel 1 (
    popd
    echo The build failed; its messages stand above. 1>&2
    exit /b 1
  )
  popd
)

"%java%" -Xmx4g -XX:G1HeapRegionSize=16m --enable-native-access=ALL-UNNAMED,javafx.graphics --module-path "%app%\javafx" --add-modules javafx.controls -cp "%app%\roamledger.jar;%app%\lib\*" org.roamledger.Main %*
exit /b %errorlevel%

:try
if exist "%~1\bin\java.exe" call :version "%~1\bin\java.exe"
exit /b

:version
for /f "tokens=3" %%v in ('""%~1" -version 2^>^&1" ^| findstr /i "version"') do (
  set "found=%%~v"
  if "!found:~0,2!"=="25" set "java=%~1"
)
exit /b
