Console.WriteLine("rapporteur");
return 0;
