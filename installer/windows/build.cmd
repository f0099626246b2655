@echo off
rem Makes the image and the MSI package of Windows in target\installer. Needs Maven, JDK 25, which Maven finds, and WiX.
cd /d "%~dp0..\.."
call mvn --batch-mode --quiet -Dmaven.test.skip=true -Pinstaller verify %*
exit /b %errorlevel%
