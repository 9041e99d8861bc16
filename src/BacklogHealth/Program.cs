using System.Globalization;
using System.Text;
using BacklogHealth;

// No culture may change a result: the program speaks the language of its reports, never that of the machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;
Thread.CurrentThread.CurrentUICulture = CultureInfo.InvariantCulture;

StartupProfile.Begin(args);

using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
return await new CommandLineApp(AppHost.OfThisProcess(output)).Run(args);
