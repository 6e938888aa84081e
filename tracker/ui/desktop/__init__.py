"""The program on the person's desktop: notifications, tray, sleep, start at login; one small file for each system."""
